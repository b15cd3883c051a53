import MuxUploader, { type MuxUploaderRefAttributes } from "@mux/mux-uploader-react";
import { useEffect, useRef } from "react";

type MuxUploadProps = {
  file: File;
  /** Mux's own, for this one upload. */
  address: string;
  paused: boolean;
  onProgress: (sent: number) => void;
  onLost: () => void;
  onDone: () => void;
};

/** Sends a file straight to Mux; what is seen of it is drawn around this. */
export default function MuxUpload({ file, address, paused, onProgress, onLost, onDone }: MuxUploadProps) {
  const uploader = useRef<MuxUploaderRefAttributes>(null);
  useEffect(() => {
    uploader.current?.dispatchEvent(new CustomEvent("file-ready", { detail: file }));
  }, [file]);
  useEffect(() => {
    if (uploader.current) uploader.current.paused = paused;
  }, [paused]);
  return (
    <MuxUploader
      ref={uploader}
      endpoint={address}
      pausable
      className="hidden"
      onProgress={(event) => {
        if ("detail" in event) onProgress((Number(event.detail) / 100) * file.size);
      }}
      onUploadError={onLost}
      onSuccess={onDone}
    />
  );
}
