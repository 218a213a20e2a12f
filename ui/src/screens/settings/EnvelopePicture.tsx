/** The envelope with its window, drawn to scale. */
import type { EnvelopeForm } from "../../backend/generated/EnvelopeForm";
import { words } from "../../words/en-GB";
import "./settings.css";

export function EnvelopePicture({ envelope }: { envelope: EnvelopeForm }) {
  const { width, height, windowLeft, windowBottom, windowWidth, windowHeight } = envelope;
  const lines = [0.2, 0.4, 0.6, 0.8];
  return (
    <svg
      className="envelope"
      viewBox={`-10 -10 ${Math.max(1, width) + 20} ${Math.max(1, height) + 20}`}
      role="img"
      aria-label={words.settings.envelope.picture}
    >
      <rect className="envelope__paper" width={width} height={height} rx="12" />
      <g transform={`translate(${windowLeft} ${height - windowBottom - windowHeight})`}>
        <rect className="envelope__window" width={windowWidth} height={windowHeight} rx="20" />
        {lines.map((part, index) => (
          <rect
            key={part}
            className="envelope__line"
            x={windowWidth * 0.06}
            y={windowHeight * part - 12}
            width={windowWidth * (index === 3 ? 0.28 : 0.5 + (index % 2) * 0.1)}
            height="22"
            rx="6"
          />
        ))}
      </g>
    </svg>
  );
}
