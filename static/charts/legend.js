// The legend sets a series apart: while the pointer is on its entry, or for as long as the entry is pressed.

import { setApart } from "./chart.js";

/** Make each entry of a chart's legend a button that lets the other series step back. */
export function followLegend(section, chart) {
  const buttons = [...section.querySelectorAll("ul.legend li")].map(buttonOf);
  const pressed = () => buttons.findIndex((button) => button.ariaPressed === "true");
  const show = (number) => setApart(chart, number < 0 ? null : number);
  buttons.forEach((button, number) => {
    button.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && show(number));
    button.addEventListener("pointerleave", () => show(pressed()));
    button.addEventListener("click", () => {
      const isPressed = pressed() === number;
      for (const other of buttons) other.ariaPressed = String(other === button && !isPressed);
      show(pressed());
    });
  });
}

/** The entry's button, which holds what stood in it. */
function buttonOf(entry) {
  const button = document.createElement("button");
  button.type = "button";
  button.ariaPressed = "false";
  button.append(...entry.childNodes);
  entry.append(button);
  return button;
}
