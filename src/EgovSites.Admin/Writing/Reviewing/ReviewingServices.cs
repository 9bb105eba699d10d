using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Writing.Reviewing;

public static class ReviewingServices
{
    public static IServiceCollection AddReviewing(this IServiceCollection services) => services
        .AddScoped<DueList>().AddScoped<IDeskPanel, DuePanel>()
        .AddSingleton(new DeskEntry("confirm.due", "clock", "/due", DeskGroup.Writing, 20));
}
