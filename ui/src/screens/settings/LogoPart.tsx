/** The picture at the head of letters: chosen in a dialog outside the page, shown, taken away. */
import { ImagePlus, Trash2 } from "lucide-react";
import { useAct, useBlob, useRead } from "../../backend/call";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { FormPart } from "../../widgets/Form";
import { Picture } from "../../widgets/Picture";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

export function LogoPart() {
  const said = words.settings.logo;
  const { answer, problem } = useRead("logo_read", {});
  const logo = answer?.logo ?? null;
  const { bytes } = useBlob(logo?.blob ?? "", "");
  const announce = useAnnounce();
  const choose = useAct("logo_choose", { onDone: () => announce(said.kept) });
  const remove = useAct("logo_remove", { onDone: () => announce(said.removed) });
  // A dialog that was closed is no problem.
  const failed = [problem, choose.problem, remove.problem].find(
    (one) => one !== undefined && one.error.kind !== "cancelled",
  );
  return (
    <FormPart title={said.title} note={<p>{said.intro}</p>}>
      {failed !== undefined && <ProblemNotice problem={failed} />}
      {logo === null ? (
        <p className="quiet">{said.none}</p>
      ) : (
        <figure className="logo">
          <div className="logo__paper">
            {bytes !== undefined && (
              <Picture name={said.picture} bytes={bytes} width={logo.width} height={logo.height} />
            )}
          </div>
          <figcaption className="quiet">{said.size(logo.width, logo.height)}</figcaption>
        </figure>
      )}
      <div className="row">
        <Button icon={ImagePlus} busy={choose.isBusy && words.common.busy} onPress={() => choose.run({})}>
          {logo === null ? said.choose : said.replace}
        </Button>
        {logo !== null && (
          <Button kind="plain" icon={Trash2} busy={remove.isBusy && words.common.busy} onPress={() => remove.run({})}>
            {said.remove}
          </Button>
        )}
      </div>
    </FormPart>
  );
}
