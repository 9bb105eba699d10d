/** Where a link may lead: the web, mail, telephone, this site, and its own items and files. The server decides alike. */
export function isSafe(address) {
  const text = (address ?? '').trim();
  if (!text || text.length > 2000 || /[\s\\\u0000-\u0020]/.test(text)) return false;
  if (/^(item|media):[0-9a-z]{26}$/.test(text)) return true;
  if (text.startsWith('#')) return true;
  if (text.startsWith('/')) return !text.startsWith('//');
  return /^(https?:\/\/[^/]|mailto:[^@]+@|tel:[+\d])/i.test(text);
}

/** What was typed as an address: "agency.tj" is meant as a page of the web, "a@b.tj" as mail. */
export function addressOf(typed) {
  const text = typed.trim();
  if (isSafe(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^[^\s@/:]+\.[^\s@/:.]{2,}(\/\S*)?$/.test(text)) return `https://${text}`;
  return null;
}

const videos = /^https:\/\/(www\.|m\.)?(youtube\.com|youtu\.be|vimeo\.com|rutube\.ru|dailymotion\.com)\//i;

export const isVideo = address => videos.test(address);
