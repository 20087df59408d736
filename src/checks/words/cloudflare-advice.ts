/** What to do about the statuses that Cloudflare made up for its own trouble with the server behind it (520 to 526). */
export const cloudflareAdvice = (status: number): string | undefined => {
  if (status === 525 || status === 526)
    return 'Cloudflare cannot make a TLS connection to the server behind it, or does not accept its certificate: give that server one that holds for this name, from Cloudflare (Origin CA) or a public authority.';
  return status >= 520 && status <= 524
    ? 'Cloudflare gets no answer from the server behind it: see that it runs, and that its firewall lets the addresses of Cloudflare through.'
    : undefined;
};
