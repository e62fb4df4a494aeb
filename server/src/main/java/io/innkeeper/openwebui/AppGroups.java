package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppHttp.Answer;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The groups of a workspace's app, as an admin may change them. */
public final class AppGroups {
  private static final String GROUPS = "/api/v1/groups/";
  private static final int NOT_THERE = 404;
  private static final int UNKNOWN = 401;

  private final AppHttp http;
  private final Secret token;

  AppGroups(AppHttp http, Secret token) {
    this.http = http;
    this.token = token;
  }

  public List<AppGroup> all() {
    Answer answer = http.get(GROUPS, token);
    if (!answer.ok() || answer.body().filter(JsonNode::isArray).isEmpty()) {
      throw http.unexpected("read the workspace's groups", answer);
    }
    List<AppGroup> groups = new ArrayList<>();
    answer.body().get().forEach(group -> groups.add(group(group)));
    return List.copyOf(groups);
  }

  /** The ids of those in a group. */
  public List<String> members(String id) {
    Answer answer = http.post(GROUPS + "id/" + AppSession.segment(id) + "/users", token, Map.of());
    if (!answer.ok()) throw refused("read a group's members", answer);
    List<String> ids = new ArrayList<>();
    answer.body().ifPresent(all -> all.forEach(one -> ids.add(one.path("id").asText())));
    return List.copyOf(ids);
  }

  /** A new group; the app itself takes the same name twice. */
  public AppGroup create(String name, String description) {
    Answer answer =
        http.post(GROUPS + "create", token, Map.of("name", name, "description", description));
    if (!answer.ok() || answer.body().isEmpty()) {
      throw http.unexpected("make the group “" + name + "”", answer);
    }
    return group(answer.body().get());
  }

  /** Removes a group; the accounts in it stay. */
  public void delete(String id) {
    Answer answer = http.delete(GROUPS + "id/" + AppSession.segment(id) + "/delete", token);
    if (!answer.ok()) throw refused("remove a group", answer);
  }

  public void add(String id, List<String> accounts) {
    change(id, "add", accounts);
  }

  public void remove(String id, List<String> accounts) {
    change(id, "remove", accounts);
  }

  private void change(String id, String verb, List<String> accounts) {
    String path = GROUPS + "id/" + AppSession.segment(id) + "/users/" + verb;
    Answer answer = http.post(path, token, Map.of("user_ids", accounts));
    if (!answer.ok()) throw refused("change who is in a group", answer);
  }

  private Fault refused(String tried, Answer answer) {
    if (answer.status() == NOT_THERE || answer.status() == UNKNOWN)
      return Fault.notFound("no-such-group", "The workspace has no such group any more.");
    return http.unexpected(tried, answer);
  }

  private static AppGroup group(JsonNode tree) {
    return new AppGroup(
        tree.path("id").asText(), tree.path("name").asText(), tree.path("description").asText(""));
  }
}
