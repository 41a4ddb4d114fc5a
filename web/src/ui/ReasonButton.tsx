/** A button that says why it is disabled, to the mouse and to the keyboard. */
import { Button, Tooltip, type ButtonProps } from "antd";

/** Disabled exactly while `why` is a sentence. */
export function ReasonButton({ why, href, ...button }: ButtonProps & { why?: string | null }) {
  if (!why) return <Button {...button} href={href} />;
  return (
    <Tooltip title={why}>
      {/* A truly disabled button takes no focus, and so could never explain itself. */}
      <Button {...button} aria-disabled="true" className={`button-held ${button.className ?? ""}`} onClick={(event) => event.preventDefault()} htmlType="button" />
    </Tooltip>
  );
}
