namespace EgovSites.Platform.Desk;

/// <summary>The model of a panel that also gives a number for the head of the dashboard.</summary>
public interface IDeskFigure
{
    DeskFigure Figure { get; }
}
