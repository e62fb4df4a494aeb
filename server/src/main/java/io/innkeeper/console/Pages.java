package io.innkeeper.console;

import io.innkeeper.console.view.Screen;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.Toast;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;

/** The console's answers: a whole page, or the piece of it that a script asked for. */
final class Pages {
  private final Templates templates;
  private final Shells shells;
  private final Tray tray;

  Pages(Templates templates, Shells shells, Tray tray) {
    this.templates = templates;
    this.shells = shells;
    this.tray = tray;
  }

  /** A page of a section; a list's search asks for the list alone. */
  Reply page(Call call, String section, Screen screen) {
    if (call.fragment() && call.header("HX-Target").filter("list"::equals).isPresent())
      return Reply.html(templates.fragment(shells.of(call, section), screen, "list"));
    return whole(200, call, section, screen);
  }

  /** A question or drawer: over the page by script, a page of its own without. */
  Reply dialog(Call call, String section, Screen screen) {
    return dialog(200, call, section, screen);
  }

  /** The same question with what must be mended. */
  Reply dialogAgain(Call call, String section, Screen screen) {
    return dialog(422, call, section, screen);
  }

  /** The same form with what must be mended, and all that was typed. */
  Reply formAgain(Call call, String section, Screen screen) {
    return whole(422, call, section, screen);
  }

  /** The same form after somebody else was quicker: both values, and all that was typed. */
  Reply conflict(Call call, String section, Screen screen) {
    return whole(409, call, section, screen);
  }

  /** Only the named part of a screen. */
  Reply part(Call call, String section, Screen screen, String name) {
    return Reply.html(templates.fragment(shells.of(call, section), screen, name));
  }

  /** The same as text, for a live stream. */
  String partText(Call call, String section, Screen screen, String name) {
    return templates.fragment(shells.of(call, section), screen, name);
  }

  /** The shell of a whole live stream: it is worked out once, not at every turn. */
  Shell shell(Call call, String section) {
    return shells.of(call, section);
  }

  String partText(Shell shell, Screen screen, String name) {
    return templates.fragment(shell, screen, name);
  }

  /** Something was done: on to where it shows, which says so. */
  Reply done(Call call, String path, Toast toast) {
    tray.say(call, toast);
    return done(call, path);
  }

  /** The same in silence. */
  Reply done(Call call, String path) {
    if (!call.fragment()) return Reply.seeOther(path);
    return Reply.none().with("HX-Redirect", path);
  }

  private Reply dialog(int status, Call call, String section, Screen screen) {
    if (!call.fragment()) return whole(status, call, section, screen);
    Shell shell = shells.of(call, section);
    return Reply.html(status, templates.fragment(shell, screen, "dialog"));
  }

  private Reply whole(int status, Call call, String section, Screen screen) {
    Shell shell = shells.of(call, section).saying(tray.said(call));
    return Reply.html(status, templates.page(shell, screen));
  }
}
