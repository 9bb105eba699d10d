using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// Takes the uploads and descriptions of an item's form; they are saved at once, for a browser never sends a file
/// twice.
/// </summary>
public sealed class MediaPosts(SiteDbContext db, MediaStore store, AuditLog audit)
{
    public const int MaxAlt = 300;

    public async Task TakeAsync(
        ItemForm form, IFormCollection posted, Tenant tenant, Actor actor, CancellationToken cancellation)
    {
        foreach (var (field, culture) in form.MediaBoxes)
        {
            await KeepOwnAsync(form, field, culture, cancellation);
            foreach (var upload in posted.Files.GetFiles($"upload.{ItemForm.NameOf(field, culture)}")
                .Where(file => file.Length > 0))
            {
                await UploadAsync(form, field, culture, upload, posted, tenant, actor, cancellation);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    // The ids came from the form: only those of this site's library count.
    private async Task KeepOwnAsync(
        ItemForm form, FieldDefinition field, string? culture, CancellationToken cancellation)
    {
        var ids = form[field, culture].All;
        if (ids.Count == 0)
        {
            return;
        }

        var files = await db.Set<MediaFile>().Where(file => ids.Contains(file.Id)).ToListAsync(cancellation);
        form[field, culture] = FieldInput.Of([.. ids.Where(id => files.Any(file => file.Id == id))]);
        foreach (var file in files)
        {
            Describe(form, field, culture, file);
        }
    }

    private static void Describe(ItemForm form, FieldDefinition field, string? culture, MediaFile file)
    {
        foreach (var language in Cultures.All)
        {
            var (text, problem) = PlainText.Read(form.Typed($"alt.{file.Id}.{language}", file.Alt[language]), MaxAlt);
            if (problem is not null)
            {
                form.Problems.Add(problem.At(field.Name, culture));
            }
            else if (text != file.Alt[language])
            {
                file.Alt = file.Alt.With(language, text);
            }
        }
    }

    private async Task UploadAsync(
        ItemForm form, FieldDefinition field, string? culture, IFormFile upload, IFormCollection posted, Tenant tenant,
        Actor actor, CancellationToken cancellation)
    {
        await using var content = upload.OpenReadStream();
        var (file, problem) = await store.AddAsync(
            db, tenant, content, upload.FileName, Trilingual.Empty, actor.Name, cancellation: cancellation);
        if (file is not null && !file.IsPicture && FieldTypes.Of(field) is not FileField)
        {
            db.Remove(file);
            problem = new Reason("editor.notPicture");
        }

        if (file is null || problem is not null)
        {
            form.Problems.Add(problem!.At(field.Name, culture));
            return;
        }

        TakeDescription(form, field, culture, file, posted);
        audit.Add(db, actor, "upload", file.FileName);
        form[field, culture] =
            FieldInput.Of(field.Setting("multiple") ? [.. form[field, culture].All, file.Id] : [file.Id]);
    }

    private static void TakeDescription(
        ItemForm form, FieldDefinition field, string? culture, MediaFile file, IFormCollection posted)
    {
        foreach (var language in Cultures.All)
        {
            form.Retype($"alt.{file.Id}.{language}", posted[$"newalt.{ItemForm.NameOf(field, culture)}.{language}"]
                .ToString());
        }

        Describe(form, field, culture, file);
    }
}
