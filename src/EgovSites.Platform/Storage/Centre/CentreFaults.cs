using System.Data.Common;
using EgovSites.Platform.Storage.Engines;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>Marks what the central store threw, so that people can be told which part is away.</summary>
internal sealed class CentreFaults : IDbCommandInterceptor, IDbConnectionInterceptor, ISaveChangesInterceptor
{
    private const string Mark = "egov.centre";

    public static bool Caused(Exception error) => StoreFaults.Chain(error).Any(one => one.Data.Contains(Mark));

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Put(eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData,
        CancellationToken cancellationToken = default) => PutAsync(eventData.Exception);

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        Put(eventData.Exception);

    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData,
        CancellationToken cancellationToken = default) => PutAsync(eventData.Exception);

    public void SaveChangesFailed(DbContextErrorEventData eventData) => Put(eventData.Exception);

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData,
        CancellationToken cancellationToken = default) => PutAsync(eventData.Exception);

    private static Task PutAsync(Exception error)
    {
        Put(error);
        return Task.CompletedTask;
    }

    internal static Exception Marked(Exception error)
    {
        Put(error);
        return error;
    }

    private static void Put(Exception error) => error.Data[Mark] = true;
}
