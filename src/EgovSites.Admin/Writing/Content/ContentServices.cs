using EgovSites.Admin.Lists;
using EgovSites.Admin.Writing.Bulk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Writing.Content;

public static class ContentServices
{
    public static IServiceCollection AddContentLists(this IServiceCollection services) => services
        .AddScoped<ContentList>().AddScoped<ContentColumns>().AddScoped<SavedViews>()
        .AddScoped<BulkRuns>().AddScoped<PutTopic>().AddScoped<BulkChange>().AddScoped<UndoBulk>();
}
