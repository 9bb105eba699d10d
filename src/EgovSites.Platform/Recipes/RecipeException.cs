namespace EgovSites.Platform.Recipes;

/// <summary>A recipe cannot be carried out; nothing of it was kept.</summary>
public sealed class RecipeException : Exception
{
    public RecipeException()
    {
    }

    public RecipeException(string message) : base(message)
    {
    }

    public RecipeException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
