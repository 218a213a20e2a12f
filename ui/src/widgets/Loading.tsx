/** What stands where an answer is still on its way; seen only if that takes a while, so that nothing flickers. */
import { words } from "../words/en-GB";
import "./loading.css";

export function Loading() {
  return (
    <div className="loading">
      <p className="unseen">{words.common.loading}</p>
      <div className="loading__bars" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
