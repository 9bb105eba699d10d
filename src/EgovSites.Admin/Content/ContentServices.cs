using EgovSites.Admin.Bulk;
using EgovSites.Admin.Content.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Content;

public static class ContentServices
{
    public static IServiceCollection AddContentLists(this IServiceCollection services) => services
        .AddScoped<ContentList>().AddScoped<ContentColumns>().AddScoped<SavedViews>()
        .AddScoped<BulkRuns>().AddScoped<PutTopic>().AddScoped<BulkChange>().AddScoped<UndoBulk>();
}
