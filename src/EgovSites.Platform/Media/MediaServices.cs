using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Media;

public static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<MediaFolder>()
        .AddSingleton<PictureCopies>()
        .AddSingleton(_ => new DocumentText())
        .AddSingleton<MediaTexts>()
        .AddSingleton<MediaStore>().AddSingleton<FocusCrop>()
        .AddScoped<MediaFiles>().AddScoped<MediaUses>().AddScoped<MediaRefresh>().AddScoped<MediaUploads>().AddScoped<CentralLibrary>()
        .AddScoped<DescribeMedia>().AddScoped<ReplaceMedia>().AddScoped<BinMedia>().AddScoped<ShareMedia>();
}
