namespace EgovSites.Benchmarks;

/// <summary>An empty folder that is gone afterwards.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("egov-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
