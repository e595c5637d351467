// The box that ticks all others on the page of a bulk action; without a script each is ticked by hand.
const all = document.getElementById("tick-all");
const boxes = [...document.querySelectorAll(".bulk input[name=_selected_action]")];
if (all && boxes.length > 1) {
  all.closest(".tick-all").hidden = false;
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", () => (all.checked = boxes.every((each) => each.checked))));
}
