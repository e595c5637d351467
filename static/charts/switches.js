// The switches of a place page, applied at once: the page's new answer replaces the old one, focus and scroll stay.

/** Apply the switches when they change, and follow the browser's back and forward. `redraw` draws the charts anew. */
export function followSwitches(redraw) {
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.querySelector("main").after(status);
  let asked = 0;
  let shown = location.pathname + location.search;

  async function show(address) {
    const turn = ++asked;
    shown = location.pathname + location.search;
    const main = document.querySelector("main");
    main.setAttribute("aria-busy", "true");
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== asked) return; // a later switch has asked already
    const focused = document.activeElement?.id;
    const folds = new Map(foldsOf(main).map(({ key, fold }) => [key, fold.open]));
    main.replaceChildren(...page.querySelector("main").childNodes);
    for (const { key, fold } of foldsOf(main)) fold.open = folds.get(key) ?? fold.open;
    main.removeAttribute("aria-busy");
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    status.textContent = main.querySelector("[data-shown]")?.textContent.trim() ?? "";
    await redraw();
  }

  const showOrGo = (address) => show(address).catch(() => location.assign(address));

  function go(address) {
    if (address === location.href) return;
    history.pushState(null, "", address);
    showOrGo(address);
  }

  document.addEventListener("change", (event) => {
    const form = event.target.closest(".switches");
    if (form) go(addressOf(form));
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".switches")) return;
    event.preventDefault();
    go(addressOf(event.target));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("main .chips a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    document.querySelector(".switches :is(input, select):not([type='hidden'])")?.focus({ preventScroll: true });
    go(link.href);
  });
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) showOrGo(location.href); // a step to an anchor changes nothing
  });
}

/** What can be unfolded, each with what it is called on this page, whatever the numbers in it. */
function foldsOf(main) {
  return [...main.querySelectorAll("details")].map((fold) => {
    const section = fold.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
    const about = fold.closest("li, .minimum")?.querySelector("h3, p").textContent;
    const words = fold.querySelector("summary").textContent.replace(/\d/g, "");
    return { key: [section, about, words].join(" "), fold };
  });
}

/** The form's address, without what was left empty. */
function addressOf(form) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = new URL(form.action);
  address.search = asked.toString();
  address.hash = "";
  return address.href;
}
