using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Media.Documents;
using EgovSites.Platform.Media.Pictures;
using EgovSites.Platform.Media.Uploads;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Media;

public static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<MediaFolder>()
        .AddSingleton<PictureCopies>()
        .AddSingleton(provider => new DocumentText(provider.GetRequiredService<ChildProgram>()))
        .AddSingleton<MediaTexts>()
        .AddSingleton<MediaStore>().AddSingleton<FocusCrop>()
        .AddScoped<MediaFiles>().AddScoped<MediaUploads>();
}
