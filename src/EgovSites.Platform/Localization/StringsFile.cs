using System.Collections.Frozen;
using System.Reflection;
using CsvHelper;

namespace EgovSites.Platform.Localization;

/// <summary>Reads the interface words that lie as <c>Strings.csv</c> (key,tg,ru,en) beside each feature.</summary>
public static class StringsFile
{
    private sealed record Row(string Key, string Tg, string Ru, string En);

    /// <summary>All words of the given assemblies; a key that stands twice or lacks a language throws.</summary>
    public static FrozenDictionary<string, Trilingual> Read(IEnumerable<Assembly> assemblies)
    {
        var words = new Dictionary<string, Trilingual>(StringComparer.Ordinal);
        foreach (var (source, row) in assemblies.Distinct().SelectMany(RowsOf))
        {
            if (string.IsNullOrWhiteSpace(row.Tg) || string.IsNullOrWhiteSpace(row.Ru)
                || string.IsNullOrWhiteSpace(row.En))
            {
                throw new InvalidDataException($"{source}: '{row.Key}' lacks a language.");
            }

            if (!words.TryAdd(row.Key, new Trilingual(row.Tg, row.Ru, row.En)))
            {
                throw new InvalidDataException($"{source}: '{row.Key}' is already defined.");
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Source, Row Row)> RowsOf(Assembly assembly) =>
        from name in assembly.GetManifestResourceNames()
        where name.EndsWith("Strings.csv", StringComparison.Ordinal)
        from row in RowsOf(assembly, name)
        select ($"{assembly.GetName().Name}/{name}", row);

    private static List<Row> RowsOf(Assembly assembly, string name)
    {
        using var csv = CsvReader.Create(assembly.GetManifestResourceStream(name)!);
        csv.ReadHeader();
        var rows = new List<Row>();
        while (csv.Read())
        {
            rows.Add(new Row(csv.GetString("key"), csv.GetString("tg"), csv.GetString("ru"), csv.GetString("en")));
        }

        return rows;
    }
}
