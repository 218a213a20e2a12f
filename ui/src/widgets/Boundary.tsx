/** A fault in drawing the page: says so instead of showing nothing, and draws it afresh on request. */
import { Component, type ReactNode } from "react";
import { Problem } from "../backend/backend";
import { words } from "../words/en-GB";
import { Button } from "./Button";
import { ProblemNotice } from "./Problems";

type BoundaryProps = { children: ReactNode; onStartAgain: () => void };

const fault = new Problem({ kind: "bug", incident: "page-drawing" });

export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="screen screen--text">
        <ProblemNotice problem={fault} />
        <div className="row">
          <Button
            kind="main"
            onPress={() => {
              this.setState({ failed: false });
              this.props.onStartAgain();
            }}
          >
            {words.problems.drawAgain}
          </Button>
        </div>
      </main>
    );
  }
}
