import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { draw } from "../test/render";
import { Boundary } from "./Boundary";

function Broken({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error("cannot be drawn");
  return <p>drawn</p>;
}

function Harness() {
  const [isBroken, setBroken] = useState(true);
  return (
    <Boundary onStartAgain={() => setBroken(false)}>
      <Broken isBroken={isBroken} />
    </Boundary>
  );
}

it("a page that cannot be drawn says so and can be shown again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { user } = draw(<Harness />);
  expect(screen.getByRole("alert").textContent).toContain("page-drawing");
  await user.click(screen.getByRole("button", { name: "Show the page again" }));
  expect(screen.getByText("drawn")).toBeDefined();
});
