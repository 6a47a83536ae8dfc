// Draws the HTML it is given as UTF-8 (escaped on the server) and reports a plain click on a link that carries data-q;
// with a modifier key, or without this script, the link stays a link.
export default function ({ parentElement, data, setTriggerValue }) {
  let root = parentElement.querySelector(".links");
  if (!root) {
    root = document.createElement("div");
    root.className = "links";
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-q]");
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      root.setAttribute("aria-busy", "true");
      setTriggerValue("go", link.dataset.q);
    });
    parentElement.appendChild(root);
  }
  const html = new TextDecoder().decode(data);
  if (root.shown !== html) {
    root.innerHTML = html;
    root.shown = html;
    const wide = matchMedia("(min-width: 40.01rem)").matches;
    for (const fold of root.querySelectorAll("details.wide")) fold.open = wide;
  }
  root.removeAttribute("aria-busy");
}
