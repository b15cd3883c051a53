const types: Record<string, string> = {
  ".mp4": "video/mp4",
  ".m4v": "video/x-m4v",
  ".mov": "video/quicktime",
  ".webm": "video/webm",
  ".mkv": "video/x-matroska",
  ".m4a": "audio/mp4",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
};

/** What a file of video or sound with this ending holds, unless course.yaml says otherwise. */
export function renditionType(extension: string): string | undefined {
  return types[extension];
}

/** How the name of a file of this type ends. */
export function renditionExtension(contentType: string): string {
  return Object.entries(types).find(([, type]) => type === contentType)?.[0] ?? ".video";
}
