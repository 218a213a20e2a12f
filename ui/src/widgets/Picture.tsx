/**
 * A picture from its bytes, painted on a canvas: the content policy of the page allows no image from memory, and needs
 * no exception this way.
 */
import { useEffect, useRef } from "react";

type PictureProps = { name: string; bytes: ArrayBuffer; width: number; height: number };

export function Picture({ name, bytes, width, height }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    const paint = async () => {
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = canvas.current?.getContext("2d");
      if (!isGone && context) {
        context.clearRect(0, 0, width, height);
        context.drawImage(bitmap, 0, 0, width, height);
      }
      bitmap.close();
    };
    // What cannot be painted stays blank; its name and size are beside it.
    paint().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [bytes, width, height]);
  return <canvas ref={canvas} className="picture" role="img" aria-label={name} width={width} height={height} />;
}
