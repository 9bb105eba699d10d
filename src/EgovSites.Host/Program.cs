using EgovSites.Host.Commands;

return await HostCommand.Create(args).Parse(args).InvokeAsync();

/// <summary>The entry point; tests start the real host through it.</summary>
public partial class Program;
