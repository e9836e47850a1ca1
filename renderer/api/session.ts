// How the page knows itself to the local host: the one-time word of its link is exchanged for a token, which stays in
// this window only. In Electron there is no token; the window itself was made by the program.

const KEY = "scd-token";

/** The token of this window, exchanging the link it was opened with. Undefined when it was opened without one. */
export async function sessionToken(): Promise<string | undefined> {
  const link = /^#b=([\w-]+)$/.exec(location.hash)?.[1];
  if (link !== undefined) {
    history.replaceState(null, "", "#/");
    const response = await fetch("/api/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ link }),
    });
    if (response.ok) {
      const { token } = (await response.json()) as { token: string };
      sessionStorage.setItem(KEY, token);
    }
  }
  return sessionStorage.getItem(KEY) ?? undefined;
}
