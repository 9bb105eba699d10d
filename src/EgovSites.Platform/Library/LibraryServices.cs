using EgovSites.Platform.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Library;

internal static class LibraryServices
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton<UploadSweep>().AddSingleton<IDailyWork>(provider => provider.GetRequiredService<UploadSweep>())
        .AddScoped<MediaUses>().AddScoped<MediaRefresh>().AddScoped<CentralLibrary>()
        .AddScoped<DescribeMedia>().AddScoped<ReplaceMedia>().AddScoped<BinMedia>().AddScoped<ShareMedia>();
}
