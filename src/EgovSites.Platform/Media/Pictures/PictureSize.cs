namespace EgovSites.Platform.Media.Pictures;

/// <summary>Pixels across and down, as stored: a turn that the camera noted is not made yet.</summary>
public readonly record struct PictureSize(int Width, int Height)
{
    public long Pixels => (long)Width * Height;
}
