using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Attachments;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using Microsoft.Extensions.Logging;

namespace EgovSites.Features.Feedback.Sending;

// The files of appeals, named by generated ids in the tenant's own folder; never reachable from the public site.
public sealed class AppealFiles(SiteDatabases sites, IFileStore store, ILogger<AppealFiles> log)
{
    public async Task<IReadOnlyList<AppealFile>> WriteAsync(
        string tenantId, string appealId, IEnumerable<Attachment> attachments)
    {
        var written = new List<AppealFile>();
        try
        {
            foreach (var attachment in attachments)
            {
                written.Add(await WriteAsync(tenantId, appealId, attachment));
            }
        }
        catch
        {
            await DeleteAsync(tenantId, written);
            throw;
        }

        return written;
    }

    // Cleaning up: what cannot be deleted now belongs to no appeal and is read by nobody.
    public async Task DeleteAsync(string tenantId, IEnumerable<AppealFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                await store.DeleteAsync(PlaceOf(tenantId, file.Id));
            }
            catch (IOException error)
            {
                log.LogWarning(error, "The file {File} of {Tenant} was not deleted", file.Id, tenantId);
            }
        }
    }

    public async Task<string?> FindAsync(string tenantId, string fileId, CancellationToken cancellation = default) =>
        PlaceOf(tenantId, fileId) is var path && await store.BringAsync(path, cancellation) ? path : null;

    private string PlaceOf(string tenantId, string fileId) => Path.Combine(sites.FolderOf(tenantId), "appeals", fileId);

    private async Task<AppealFile> WriteAsync(string tenantId, string appealId, Attachment attachment)
    {
        var file = new AppealFile
        {
            TenantId = tenantId,
            Id = Ids.New(),
            AppealId = appealId,
            Name = attachment.Name,
            ContentType = attachment.Kind.ContentType,
            Bytes = attachment.Source.Length,
            Sha256 = attachment.Sha256,
        };
        await using var content = attachment.Source.OpenReadStream();
        var path = PlaceOf(tenantId, file.Id);
        await DurableFile.WriteAsync(path, content);
        await KeepAsync(path);
        return file;
    }

    private async Task KeepAsync(string path)
    {
        try
        {
            await store.KeepAsync(path);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
