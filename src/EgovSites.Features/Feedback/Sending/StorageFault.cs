using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Sending;

internal static class StorageFault
{
    // EF and Npgsql wrap what the disk or the server said, sometimes twice.
    public static bool Is(Exception? error) =>
        error is DbException or DbUpdateException or IOException or TimeoutException or UnauthorizedAccessException
        || (error?.InnerException is { } inner && Is(inner));
}
