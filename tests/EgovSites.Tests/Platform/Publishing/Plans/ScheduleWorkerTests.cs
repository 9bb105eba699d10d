using System.Diagnostics;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EgovSites.Tests.Platform.Publishing.Plans;

/// <summary>What many tenants cost the workers, and what one of them may cost the others.</summary>
[NonParallelizable]
public class ScheduleWorkerTests
{
    [Test]
    public async Task A_site_whose_plans_hang_holds_up_no_other_sites_plans()
    {
        using var clock = new HangingClock();
        await using var host = await SiteHost.StartAsync(
            replace: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await using var slow = TestDesk.Open(host);
        await using var other = TestDesk.Open(host, SiteHost.OtherAgency);
        await PlanAsync(slow, "Меистад", clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        var id = await PlanAsync(other, "Меравад", clock.GetUtcNow() + TimeSpan.FromMinutes(2));

        // Its turn is taken and not given back: the worker that comes to it waits.
        var hanging = Task.Run(() =>
        {
            clock.Hangs = true;
            return host.Services.GetRequiredService<ScheduleWorker>()
                .RunDueAsync(host.Tenant(SiteHost.Agency), CancellationToken.None);
        });
        clock.Advance(TimeSpan.FromSeconds(61));
        await Task.Delay(TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromMinutes(1));
        var shown = await WaitAsync(other, id);
        var hung = !hanging.IsCompleted;
        clock.Release();
        await hanging;

        Assert.That((shown, hung), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_site_without_messages_costs_the_relay_one_question()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.HandOverAsync();
        var tenant = host.Tenant(SiteHost.Agency);
        using var counter = new QuestionCounter();

        await host.Services.GetRequiredService<OutboxRelay>().HandOverAsync(tenant, CancellationToken.None);

        Assert.That(counter.Count, Is.EqualTo(1));
    }

    private static async Task<string> PlanAsync(TestDesk desk, string title, DateTimeOffset at)
    {
        var id = await desk.SaveAsync(("tg", title));
        var outcome = await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new Plan(at, null));
        Assert.That(outcome.Reasons, Is.Empty);
        return id;
    }

    private static async Task<bool> WaitAsync(TestDesk desk, string id)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if ((await desk.FindAsync(id)).Count > 0)
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    /// <summary>Hangs for whoever said so in his own flow, until it is released.</summary>
    private sealed class HangingClock : TimeProvider, IDisposable
    {
        private readonly AsyncLocal<bool> _hangs = new();
        private readonly ManualResetEventSlim _released = new();
        private long _offset;

        public bool Hangs
        {
            set => _hangs.Value = value;
        }

        public override DateTimeOffset GetUtcNow()
        {
            if (_hangs.Value)
            {
                _released.Wait();
            }

            return FixedClock.Start + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        }

        public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

        public void Release() => _released.Set();

        public void Dispose() => _released.Dispose();
    }

    /// <summary>Counts what this test asks of sites' stores, and nobody else.</summary>
    private sealed class QuestionCounter
        : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly AsyncLocal<bool> _isMine = new() { Value = true };
        private readonly List<IDisposable> _subscriptions = [];
        private int _count;

        public QuestionCounter() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && _isMine.Value
                && value.Value is CommandEventData { Context: SiteDbContext })
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(one => one.Dispose());
    }
}
