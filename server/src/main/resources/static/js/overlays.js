/* What opens over the page: questions, drawers, find; and what to do when an answer is no. */
{
  const place = document.getElementById("dialogs");
  const over = document.getElementById("over");
  let asker;

  const open = (dialog) => {
    dialog.removeAttribute("open");
    dialog.showModal();
    dialog.addEventListener("close", () => {
      dialog.remove();
      asker?.closest("tr")?.classList.remove("beside");
      const back = asker?.closest("details.menu")?.querySelector("summary") ?? asker;
      if (back?.isConnected) back.focus();
    });
    dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
  };
  document.addEventListener("htmx:beforeRequest", (e) => {
    if (e.detail.target !== place) return;
    asker = e.detail.elt;
    asker.closest("tr")?.classList.add("beside");
    asker.closest("details.menu")?.removeAttribute("open");
  });
  // Also after an answer of 422 has replaced the dialog by itself with its messages.
  document.addEventListener("htmx:afterSettle", () => document.querySelectorAll("#dialogs dialog[data-modal], #over dialog[data-modal]").forEach((d) => { if (!d.matches(":modal")) open(d); }));
  document.addEventListener("click", (e) => {
    const close = e.target.closest("[data-close]");
    const dialog = close?.closest("dialog:modal");
    if (!dialog) return;
    e.preventDefault();
    dialog.close();
  });

  // Menus close when the focus or a press is elsewhere, and with Esc.
  const menus = () => document.querySelectorAll("details.menu[open], details.who[open]");
  document.addEventListener("click", (e) => menus().forEach((m) => { if (!m.contains(e.target)) m.open = false; }));
  document.addEventListener("focusin", (e) => menus().forEach((m) => { if (!m.contains(e.target)) m.open = false; }));
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    menus().forEach((m) => { m.open = false; m.querySelector("summary").focus(); });
  });

  // A toast leaves after its seconds; they stop while it is pointed at or focused.
  const toast = (box) => {
    let left = Number(box.dataset.toast);
    const words = box.querySelector("i");
    const tick = setInterval(() => {
      if (!box.isConnected) return clearInterval(tick);
      if (box.matches(":hover, :focus-within")) return;
      left -= 1;
      if (words) words.textContent = `${left} s`;
      if (left <= 0) { clearInterval(tick); box.remove(); }
    }, 1_000);
  };
  document.querySelectorAll("[data-toast]").forEach(toast);
  document.addEventListener("htmx:oobAfterSwap", (e) => e.target.querySelectorAll?.("[data-toast]").forEach(toast));

  // A server that starts again is waited for, and its page comes back by itself.
  const wait = (box) => {
    const look = async () => {
      const now = await fetch("/server/started", { cache: "no-store" }).then((answer) => (answer.ok ? answer.text() : ""), () => "");
      if (now && now !== box.dataset.wait) location.assign("/server");
      else setTimeout(look, 1_000);
    };
    look();
  };
  document.querySelectorAll("[data-wait]").forEach(wait);
  document.addEventListener("htmx:load", (e) => { if (e.target.matches?.("[data-wait]")) wait(e.target); });

  // The session ended: sign in over the page. Anything else that failed is said, and what was there stays.
  const alarm = (words) => { document.getElementById("alarm").textContent = words; };
  document.addEventListener("htmx:responseError", (e) => {
    const { status, responseText } = { status: e.detail.xhr.status, responseText: e.detail.xhr.responseText };
    const asked = e.detail.requestConfig;
    if (status === 401) return signIn(again(asked), asked.elt.matches("form[hx-post], button"));
    const says = /text\/plain/.test(e.detail.xhr.getResponseHeader("content-type") ?? "") ? responseText : "That could not be done.";
    failed(e.detail.target, says, e.detail.xhr.getResponseHeader("x-request-id"));
  });
  document.addEventListener("htmx:sendError", (e) => failed(e.detail.target, "The server could not be reached."));
  document.addEventListener("htmx:timeout", (e) => failed(e.detail.target, "The server took longer than 10 seconds."));
  const failed = (target, words, request) => {
    alarm(words);
    target?.classList.add("stale");
    const note = document.createElement("div");
    note.className = "trouble";
    note.textContent = request ? `${words} Request ${request}.` : words;
    const again = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: "Try again" });
    again.addEventListener("click", () => location.reload());
    note.append(again);
    document.querySelector(".trouble")?.remove();
    document.querySelector(".content")?.prepend(note);
  };
  document.addEventListener("htmx:beforeSwap", (e) => {
    e.detail.target?.classList.remove("stale");
    if (e.detail.xhr.status < 400) document.querySelector(".trouble")?.remove();
  });
  // Signing in happens over the page, whatever else is open; then goes on what met the closed door.
  let waiting;
  // What somebody sent matters more than what its fields asked meanwhile, whichever came back last.
  const signIn = (goOn, sent) => {
    if (sent || !waiting?.sent) waiting = { goOn, sent };
    if (!over.querySelector("dialog")) htmx.ajax("GET", "/sign-in?over=true", over);
  };
  // Whoever closes it without signing in gives up what they sent.
  document.addEventListener("close", (e) => { if (over.contains(e.target)) waiting = undefined; }, true);
  const again = ({ verb, path, elt, target }) => () => htmx.ajax(verb.toUpperCase(), path, { source: elt, target });
  document.addEventListener("signed-in", (e) => {
    document.querySelectorAll("input[name='csrf']").forEach((field) => { field.value = e.detail.csrf; });
    over.querySelector("dialog")?.close();
    const goOn = waiting;
    waiting = undefined;
    goOn?.goOn();
  });
  // A page's own form leaves the page, so it asks first whether somebody is still signed in.
  document.addEventListener("submit", async (e) => {
    const form = e.target;
    if (!form.matches("form[data-guard]") || form.dataset.here) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (form.dataset.asking) return;
    form.dataset.asking = "yes";
    const send = () => {
      delete form.dataset.asking;
      form.dataset.here = "yes";
      form.requestSubmit(e.submitter);
      delete form.dataset.here;
    };
    const answer = await fetch("/account/here", { headers: { "HX-Request": "true" } }).catch(() => undefined);
    if (answer?.status !== 401) return send();
    delete form.dataset.asking;
    signIn(send, true);
  }, true);
}
