using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Attachments;
using EgovSites.Features.Feedback.Desk.Reading;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Desk.Rights;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Features.Feedback;

public sealed class FeedbackFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.AddOptions<FeedbackOptions>().BindConfiguration(FeedbackOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<AppealFiles>().AddSingleton<AttachmentQuota>();
        services.AddSingleton<AttachmentSweep>()
            .AddSingleton<IDailyWork>(provider => provider.GetRequiredService<AttachmentSweep>());
        services.AddSingleton<Admission>();
        services.AddScoped<SendAppeal>();
        services.AddSingleton<IOutboxHandler, AppealLetters>();
        services.AddScoped<AppealChange>();
        services.AddScoped<RegisterAppeal>();
        services.AddScoped<TakeAppeal>();
        services.AddScoped<AnswerAppeal>();
        services.AddScoped<DeclineAppeal>();
        services.AddScoped<AddNote>();
        services.AddScoped<AppealReading>();
        services.AddScoped<IDeskPanel, WaitingPanel>();
        services.AddSingleton(new DeskEntry("feedback.desk", "inbox", "/appeals", DeskGroup.Top, 20))
            .AddRights(AppealRights.Rows);
    }
}
