using Microsoft.AspNetCore.StaticAssets;

namespace DpkoBot.WebChat;

/// <summary>Finds the addresses under which files of wwwroot are served with their content's hash, for good caching.</summary>
internal sealed class ChatAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> addresses = new(() => AddressesIn(endpoints));

    /// <returns>The address, relative to the root, or null where the build has no such file.</returns>
    public string? Find(string file) => addresses.Value.GetValueOrDefault(file);

    /// <returns>The address for a page of a host that is served below <paramref name="pathBase"/>.</returns>
    public string Address(PathString pathBase, string file) => $"{pathBase}/{Find(file)}";

    private static Dictionary<string, string> AddressesIn(EndpointDataSource endpoints)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
        {
            if (asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value is { } file)
            {
                found[file] = asset.Route;
            }
        }

        return found;
    }
}
