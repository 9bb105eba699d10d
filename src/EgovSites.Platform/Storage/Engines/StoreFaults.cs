using System.Data.Common;
using EgovSites.Platform.Storage.Centre;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EgovSites.Platform.Storage.Engines;

/// <summary>Tells a store that does not answer from a question that no store would answer.</summary>
public static class StoreFaults
{
    private const int SqliteConstraint = 19;

    // Busy, locked, no memory, input and output, disk full, cannot be opened.
    private static readonly int[] SqlitePassing = [5, 6, 7, 10, 13, 14];

    /// <summary>True when the store is away, locked, full or late: the same may succeed later.</summary>
    public static bool Is(Exception error) => Chain(error).Any(one => one switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode != SqliteConstraint,
        PostgresException postgres => !IsOurs(postgres),
        DbException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    });

    /// <summary>
    /// True when it says nothing about the store itself: too many files open, a full disk, somebody else's lock.
    /// </summary>
    public static bool MayPass(Exception error) => Chain(error).Any(one => one switch
    {
        SqliteException sqlite => SqlitePassing.Contains(sqlite.SqliteErrorCode),
        IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    });

    /// <summary>True when the store refuses a value that no text may hold, such as NUL on PostgreSQL.</summary>
    public static bool IsBadValue(Exception error) => Chain(error)
        .Any(one => one is PostgresException { SqlState: ['2', '2', ..] });

    /// <summary>The words of the first cause; wrappers only say "see the inner exception".</summary>
    public static string CauseOf(Exception error) => Chain(error).Last().Message;

    /// <summary>True when it was the central store that failed, not a site's.</summary>
    public static bool IsOfCentre(Exception error) => CentreFaults.Caused(error);

    // SQLSTATE classes 22 (data exception) and 23 (integrity constraint) will fail again, however often they are tried.
    private static bool IsOurs(PostgresException error) => error.SqlState is ['2', '2' or '3', ..];

    internal static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
