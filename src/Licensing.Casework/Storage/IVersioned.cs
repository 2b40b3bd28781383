namespace Licensing.Casework.Storage;

/// <summary>A row that decisions rest on. Its version moves with every change, and a commit that read an older one fails.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}
