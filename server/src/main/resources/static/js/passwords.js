/* A password that was asked for: in its place for some seconds, or on the clipboard unseen. */
{
  const SPRITE = () => document.querySelector("svg use")?.getAttribute("href").replace(/#.*/, "");
  let shown;
  let copied;

  const element = (name, attributes, ...inside) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...inside);
    return made;
  };
  const icon = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `${SPRITE()}#${name}`);
    svg.append(use);
    return svg;
  };
  const say = (words) => {
    const place = document.getElementById("toasts");
    place.replaceChildren(element("div", { className: "toast" }, element("span", { textContent: words })));
    const box = place.firstChild;
    setTimeout(() => box.remove(), 6_000);
  };

  const hide = () => {
    if (!shown) return;
    clearInterval(shown.tick);
    shown.cell.replaceChildren(...shown.before);
    shown.cell.closest("tr, li")?.classList.remove("shown");
    shown = undefined;
  };
  const show = (cell, password, seconds, again) => {
    hide();
    const left = element("button", { type: "button", className: "button quiet small", title: `${seconds} seconds more` });
    const off = element("button", { type: "button", className: "button quiet square small", title: "Hide" }, icon("eye-off"));
    off.setAttribute("aria-label", "Hide the password");
    const state = { cell, before: [...cell.childNodes], ends: Date.now() + seconds * 1_000 };
    const count = () => {
      const rest = Math.ceil((state.ends - Date.now()) / 1_000);
      if (rest <= 0) return hide();
      left.textContent = `${rest} s`;
      left.setAttribute("aria-label", `Hidden in ${rest} seconds; press for ${seconds} more`);
    };
    const value = element("code", { className: "plain-password", tabIndex: 0 });
    value.textContent = password;
    cell.replaceChildren(value, element("span", { className: "left" }, left, off));
    cell.closest("tr, li")?.classList.add("shown");
    state.tick = setInterval(count, 250);
    shown = state;
    count();
    off.addEventListener("click", () => { hide(); });
    // Longer is another look, so it is asked for and written down like the first.
    left.addEventListener("click", again);
    value.focus();
  };

  // The clipboard is emptied, unless something else is known to be on it by then.
  const empty = async (text) => {
    if (!document.hasFocus()) return addEventListener("focus", () => empty(text), { once: true });
    try {
      const may = await navigator.permissions?.query({ name: "clipboard-read" }).catch(() => undefined);
      if (may?.state === "granted" && (await navigator.clipboard.readText()) !== text) return;
      await navigator.clipboard.writeText("");
    } catch {
      say("The browser does not let the clipboard be emptied. Copy something else over the password.");
    } finally { copied = undefined; }
  };
  const copy = async (text, seconds) => {
    await navigator.clipboard.writeText(text);
    copied = text;
    say(`Copied. The clipboard is emptied in ${seconds} seconds, or when you leave this page.`);
    setTimeout(() => { if (copied === text) empty(text); }, seconds * 1_000);
  };
  // The clock ends with the page, so this is the last chance; some browsers refuse it.
  addEventListener("pagehide", () => { if (copied) navigator.clipboard.writeText("").catch(() => {}); });

  const ask = async (action, data) => {
    const answer = await fetch(action, {
      method: "POST", body: new URLSearchParams(data), cache: "no-store", redirect: "manual",
      headers: { "HX-Request": "true", Accept: "application/json" },
    });
    if (answer.status === 401) throw new Error("Your session has ended. Sign in and ask again.");
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(json.said ?? "That could not be done.");
    return json;
  };

  document.addEventListener("submit", async (e) => {
    const form = e.target;
    if (!form.matches?.("form[data-reveal]")) return;
    e.preventDefault();
    const button = e.submitter ?? form.querySelector("button.primary");
    const refusal = form.querySelector(".check.bad");
    const data = new FormData(form, button);
    const way = data.get("way");
    button.classList.add("busy");
    try {
      const given = await ask(form.action, data);
      form.closest("dialog").close();
      const again = async () => {
        try {
          const more = await ask(form.action, data);
          show(cell, more.password, more.seconds, again);
        } catch (refused) { hide(); say(refused.message); }
      };
      const cell = document.getElementById(form.dataset.reveal);
      if (way === "show" && cell) show(cell, given.password, given.seconds, again);
      else await copy(way === "yaml" ? given.yaml : given.password, given.seconds);
    } catch (refused) {
      if (form.isConnected) {
        refusal.hidden = false;
        refusal.querySelector("span").textContent = refused.message;
        form.querySelector("[name='reason']").focus();
      } else say(refused.name === "NotAllowedError" ? "The browser does not allow copying here." : refused.message);
    } finally { button.classList.remove("busy"); }
  }, true);
  // A file comes and the page stays, so the question leaves by itself.
  document.addEventListener("submit", (e) => {
    if (!e.target.matches?.("form[data-download]")) return;
    setTimeout(() => { delete e.target.dataset.sent; e.target.closest("dialog:modal")?.close(); }, 200);
  });
  // Nothing stays on a page that is left, also not for who comes back to it.
  addEventListener("pagehide", hide);
  document.addEventListener("htmx:beforeSwap", (e) => { if (shown && e.detail.target.contains(shown.cell)) hide(); });
}
