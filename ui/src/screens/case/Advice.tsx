/** What the core said about what was just recorded, with its rule; calm, read out politely, there until dismissed. */
import { useAdvice } from "../../backend/advice";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { words } from "../../words/en-GB";

export function Advice({ case: id }: { case: string }) {
  const { advice, dismiss } = useAdvice(id);
  return (
    <div role="status" className="advice">
      {advice.map(({ rule, sentence }, index) => (
        <Callout
          key={`${rule} ${sentence}`}
          is="advisory"
          {...(index === 0 && { title: words.advice.title })}
          rule={rule}
          action={
            index === advice.length - 1 && (
              <Button kind="second" onPress={dismiss}>
                {words.advice.dismiss}
              </Button>
            )
          }
        >
          {sentence}
        </Callout>
      ))}
    </div>
  );
}
