namespace Licensing.Demo;

internal static class Greeting
{
    public static void Print(Uri address, string data) =>
        Console.WriteLine(
            $"""

              Arms transfer licensing, demo. Everybody and every State in it is invented.

                Portal     {address}            choose whom to be; no password
                API        {address}scalar      reference; tokens: README, "The API"
                Mail       {address}demo/inbox  what was sent, to whom
                Data       {data}

              Ctrl+C stops it. What you did is kept; delete the data folder to start over.

            """
        );
}
