/** What the envelope shows of the first page: the window, how far it can slip, and where the sheet is folded. */
import type { EnvelopeView } from "../../backend/generated/EnvelopeView";
import type { PageRect } from "../../backend/generated/PageRect";
import "./envelope-over.css";

/** An A4 sheet in millimetres. */
const sheet = { width: 210, height: 297 };

export function EnvelopeOver({ envelope }: { envelope: EnvelopeView }) {
  const { alwaysVisible, everVisible, addressBox, folds } = envelope;
  return (
    <svg className="envelope-over" viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true">
      <Box rect={everVisible} is="ever" />
      <Box rect={alwaysVisible} is="always" />
      <Box rect={addressBox} is="address" />
      {folds.map((from) => (
        <line key={from} className="envelope-over__fold" x1={0} x2={sheet.width} y1={from} y2={from} />
      ))}
    </svg>
  );
}

function Box({ rect, is }: { rect: PageRect; is: "ever" | "always" | "address" }) {
  const { x, y, width, height } = rect;
  return <rect className={`envelope-over__${is}`} x={x} y={y} width={width} height={height} />;
}
