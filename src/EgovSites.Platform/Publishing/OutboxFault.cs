using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EgovSites.Platform.Publishing;

/// <summary>Tells a store that is away, which says nothing about the row, from a row that cannot be handed over.</summary>
internal static class OutboxFault
{
    private const int SqliteConstraint = 19;

    public static bool IsOfStore(Exception error) => Chain(error).Any(one => one switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode != SqliteConstraint,
        // Class 22 and 23 of SQLSTATE: the store answered, and the row is wrong.
        DbException other => other.SqlState is not { } state
            || !(state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal)),
        TimeoutException or IOException or OperationCanceledException => true,
        _ => false,
    });

    /// <summary>The innermost message, which names the cause.</summary>
    public static string Words(Exception error) => Chain(error).Last().Message;

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var one = error; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
