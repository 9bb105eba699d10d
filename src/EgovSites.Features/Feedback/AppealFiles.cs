using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;

namespace EgovSites.Features.Feedback;

// The files of appeals on disk, named by generated ids in the tenant's own folder; never reachable from the public site.
public sealed class AppealFiles(SiteDatabases sites)
{
    public async Task<IReadOnlyList<AppealFile>> WriteAsync(string tenantId, string appealId, IEnumerable<Attachment> attachments)
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
            Delete(tenantId, written);
            throw;
        }

        return written;
    }

    public void Delete(string tenantId, IEnumerable<AppealFile> files)
    {
        foreach (var file in files)
        {
            File.Delete(PathOf(tenantId, file.Id));
        }
    }

    public string PathOf(string tenantId, string fileId) => Path.Combine(sites.FolderOf(tenantId), "appeals", fileId);

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
        await DurableFile.WriteAsync(PathOf(tenantId, file.Id), content);
        return file;
    }
}
