namespace EgovSites.Platform.Publishing.Publications;

/// <summary>A row that readers find by words, as <see cref="Tajik.Finding.Folding.ForSearch"/> writes them.</summary>
public interface ISearched
{
    /// <summary>
    /// What names the row: its title, and what is the same in all languages, such as a document's number.
    /// </summary>
    string SearchTitle { get; }

    /// <summary>All its words; empty where it is not to be found.</summary>
    string SearchText { get; }
}
