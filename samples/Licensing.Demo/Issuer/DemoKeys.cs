using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Licensing.Demo.Issuer;

/// <summary>The issuer's keys, kept in the data folder: whoever was signed in before a restart still is, and several nodes that use one
/// folder trust each other's tokens.</summary>
internal static class DemoKeys
{
    public static RsaSecurityKey Of(string folder, string name)
    {
        var path = Path.Combine(folder, $"issuer-{name}.pem");
        if (!File.Exists(path))
            Make(path);
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new RsaSecurityKey(key) { KeyId = $"demo-{name}" };
    }

    // Written aside and moved: of several nodes that start at once the first one's key is everybody's.
    private static void Make(string path)
    {
        using var key = RSA.Create(2048);
        var aside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(aside, key.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException)
        {
            File.Delete(aside);
        }
    }
}
