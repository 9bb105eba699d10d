using System.Collections.Concurrent;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// Opens tenants' databases: a SQLite file each, or shared PostgreSQL tables behind row level security.
/// </summary>
public sealed class SiteDatabases(
    IOptions<StorageOptions> options, StorageModel model, WriterGate gate, TimeProvider time)
{
    private const string Moved = "Its file was moved, deleted or replaced while it was open.";

    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(1);

    private sealed class Entry(DbContextOptions<SiteDbContext> options, string connection)
    {
        public DbContextOptions<SiteDbContext> Options { get; } = options;
        public string Connection { get; } = connection;
        public long LastUsed;
        public FileIdentity? File;
    }

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<string?>> _looks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _closed = new(StringComparer.Ordinal);

    private int _closings;

    /// <summary>The sites that are closed for repair, by tenant id, each with its reason for the log.</summary>
    public IReadOnlyDictionary<string, string> Closed => _closed;

    /// <summary>True on PostgreSQL, where other hosts may write to the same tenants.</summary>
    public bool IsShared => options.Value.UsesPostgres;

    /// <summary>
    /// Looks at a site's store before its first use in this process, and gives why it must stay closed, or null.
    /// </summary>
    public Func<string, string?>? FirstLook { get; set; }

    /// <summary>Keeps everybody away from a store that cannot be trusted, until <see cref="Reopen"/>.</summary>
    public void CloseForRepair(string tenantId, string reason)
    {
        _closed[tenantId] = reason;
        Forget(tenantId);
    }

    /// <summary>Opens it to everybody; whoever says so has looked at it.</summary>
    public void Reopen(string tenantId)
    {
        _looks[tenantId] = new(() => null);
        _closed.TryRemove(tenantId, out _);
    }

    /// <summary>
    /// The first look, if there was none yet. Throws <see cref="SiteClosedException"/> for a site under repair.
    /// </summary>
    public void LookFirst(string tenantId)
    {
        if (IsClosed(tenantId))
        {
            throw new SiteClosedException(_closed.GetValueOrDefault(tenantId, ""));
        }
    }

    /// <summary>Whether a site is under repair; the first look, if there was none yet.</summary>
    public bool IsClosed(string tenantId)
    {
        if (FirstLook is { } look && !_closed.ContainsKey(tenantId) && Found(tenantId, look) is { } found)
        {
            CloseForRepair(tenantId, found);
        }

        return _closed.ContainsKey(tenantId);
    }

    /// <summary>
    /// A new context for one tenant; the caller disposes it. Throws <see cref="SiteClosedException"/> for a site under
    /// repair.
    /// </summary>
    public SiteDbContext Open(string tenantId)
    {
        LookFirst(tenantId);
        return OpenUnseen(tenantId);
    }

    /// <summary>For whoever looks at the store: no look comes before this.</summary>
    internal SiteDbContext OpenUnseen(string tenantId)
    {
        var entry = _entries.GetOrAdd(tenantId, Create);
        entry.LastUsed = time.GetTimestamp();
        return new SiteDbContext(entry.Options, tenantId, model, gate, () => RefuseMoved(tenantId, entry));
    }

    public SiteDbContext Open(Tenant tenant) => Open(tenant.Id);

    /// <summary>
    /// Works out what all sites' databases have in common; otherwise the first one that is opened does.
    /// </summary>
    public void Prepare()
    {
        using var none = OpenUnseen("");
        _ = none.Model;
        Forget("");
    }

    /// <summary>The tenant's folder on this machine, named by its generated id.</summary>
    public string FolderOf(string tenantId) => Path.Combine(TenantsFolder, tenantId);

    /// <summary>Where the tenants' folders lie.</summary>
    public string TenantsFolder => Path.Combine(Path.GetFullPath(options.Value.DataFolder), "tenants");

    public string FileOf(string tenantId) => Path.Combine(FolderOf(tenantId), "site.db");

    /// <summary>How many tenants were asked for lately.</summary>
    public int AwakeCount => _entries.Count;

    /// <summary>How many were let go of since the start.</summary>
    public int ClosedCount => _closings;

    public bool IsAwake(string tenantId) => _entries.ContainsKey(tenantId);

    /// <summary>
    /// Forgets the tenants nobody asked for lately and closes their files, so that an idle one costs next to nothing.
    /// </summary>
    public void CloseIdle()
    {
        foreach (var pair in _entries.Where(pair => time.GetElapsedTime(pair.Value.LastUsed) > IdleAfter))
        {
            if (_entries.TryRemove(pair))
            {
                Close(pair.Value);
            }
        }
    }

    /// <summary>
    /// Closes for repair the sites whose open file was moved, deleted or replaced: what they write would be nowhere.
    /// </summary>
    public void LookAfterFiles()
    {
        foreach (var (tenantId, entry) in _entries.Where(pair => IsMoved(pair.Key, pair.Value)))
        {
            CloseMoved(tenantId, entry);
        }
    }

    /// <summary>Lets go of one tenant's file, before it is moved or deleted.</summary>
    public void Forget(string tenantId)
    {
        if (_entries.TryRemove(tenantId, out var entry))
        {
            Close(entry);
        }
    }

    // What could not be looked at just now is looked at again by the next one who asks.
    private string? Found(string tenantId, Func<string, string?> look)
    {
        var first = _looks.GetOrAdd(tenantId, id => new(() => look(id)));
        try
        {
            var found = first.Value;
            // Somebody may have opened it meanwhile, after another look.
            return _looks.TryGetValue(tenantId, out var last) && last == first ? found : null;
        }
        catch
        {
            _looks.TryRemove(KeyValuePair.Create(tenantId, first));
            throw;
        }
    }

    private void RefuseMoved(string tenantId, Entry entry)
    {
        if (IsMoved(tenantId, entry))
        {
            CloseMoved(tenantId, entry);
            throw new SiteClosedException(Moved);
        }
    }

    private bool IsMoved(string tenantId, Entry entry)
    {
        if (options.Value.UsesPostgres)
        {
            return false;
        }

        var now = FileIdentity.Of(FileOf(tenantId));
        entry.File ??= now;
        return now != entry.File;
    }

    // What was let go of meanwhile was opened anew from the file that is there.
    private void CloseMoved(string tenantId, Entry entry)
    {
        if (_entries.GetValueOrDefault(tenantId) == entry)
        {
            CloseForRepair(tenantId, Moved);
        }
    }

    // Whoever is reading keeps what it holds; what it opened is closed when it gives it back.
    private void Close(Entry entry)
    {
        Interlocked.Increment(ref _closings);
        if (entry.Connection.Length == 0)
        {
            return;
        }

        using var connection = new SqliteConnection(entry.Connection);
        SqliteConnection.ClearPool(connection);
    }

    private Entry Create(string tenantId)
    {
        var builder = new DbContextOptionsBuilder<SiteDbContext>();
        if (options.Value.UsesPostgres)
        {
            builder.UseNpgsql(Postgres.ConnectionString(options.Value.Database))
                .AddInterceptors(new TenantSetting(tenantId));
            return new Entry(builder.Options, "") { LastUsed = time.GetTimestamp() };
        }

        var connection = Sqlite.ConnectionString(FileOf(tenantId));
        builder.UseSqlite(connection);
        return new Entry(builder.Options, connection) { LastUsed = time.GetTimestamp() };
    }
}
