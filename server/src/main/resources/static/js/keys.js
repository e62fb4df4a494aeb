/* Keys. Single letters never act inside fields, and can be switched off. */
{
  const letters = document.documentElement.dataset.keys === "on";
  const goes = { o: "/", t: "/tenants", r: "/organisations", j: "/jobs", a: "/audit", s: "/settings", h: "/health" };
  let afterG = 0;

  const find = (e) => {
    e.preventDefault();
    if (document.querySelector("dialog:modal")) return;
    htmx.ajax("GET", "/find", "#dialogs");
  };
  document.addEventListener("click", (e) => { if (e.target.closest("[data-find]") && !e.ctrlKey && !e.metaKey) find(e); });

  const rows = () => [...document.querySelectorAll(".table.list tbody tr:not(.why)")];
  const link = (row) => row?.querySelector("th a, .name a");
  const step = (by) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    (link(next) ?? next?.querySelector("input, summary"))?.focus();
  };
  const current = () => rows().find((row) => row.contains(document.activeElement));

  const acts = {
    "/": () => document.querySelector("[data-search]")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    x: () => current()?.querySelector("input[type='checkbox']")?.click(),
    ".": () => (current() ?? document).querySelector("details.menu > summary")?.click(),
    c: () => document.querySelector("[data-cli]")?.click(),
    "?": () => document.getElementById("keys")?.showModal(),
  };
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") return find(e);
    if (!letters || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea, dialog")) return;
    if (afterG && Date.now() - afterG < 1_500 && goes[e.key]) location.assign(goes[e.key]);
    afterG = e.key === "g" ? Date.now() : 0;
    if (!acts[e.key]) return;
    e.preventDefault();
    acts[e.key]();
  });

  // The house is one tab stop; arrows walk its windows.
  const houses = () => document.querySelectorAll("[data-house]").forEach((house) => {
    const panes = [...house.querySelectorAll("a")];
    panes.forEach((pane, i) => { pane.tabIndex = i === 0 ? 0 : -1; });
  });
  document.addEventListener("keydown", (e) => {
    const pane = e.target.closest?.("[data-house] a");
    if (!pane) return;
    const panes = [...pane.closest("[data-house]").querySelectorAll("a")];
    const wide = Math.max(1, Math.floor(pane.closest("[data-house]").clientWidth / 24));
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide }[e.key];
    const next = by && panes[panes.indexOf(pane) + by];
    if (!by) return;
    e.preventDefault();
    if (!next) return;
    pane.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  houses();
  document.addEventListener("htmx:load", houses);

  // Found things are walked with the arrows, from the field.
  document.addEventListener("keydown", (e) => {
    const box = e.target.closest?.("#find");
    if (!box || !["ArrowDown", "ArrowUp", "Enter"].includes(e.key)) return;
    const hits = [...box.querySelectorAll(".hits a")];
    const at = hits.indexOf(document.activeElement);
    if (e.key === "Enter") {
      if (at >= 0 || !hits[0]) return;
      e.preventDefault();
      return location.assign(hits[0].href);
    }
    e.preventDefault();
    const next = at + (e.key === "ArrowDown" ? 1 : -1);
    (hits[next] ?? box.querySelector("input")).focus();
  });
}
