package io.innkeeper;

import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SeededAccounts;
import io.innkeeper.store.Home;
import io.innkeeper.store.TestingPostgres;
import java.nio.file.Path;
import java.util.List;

/**
 * Prepares a home with environments of many accounts for measuring: {@code SeededCredentials HOME
 * ENGINE ENVIRONMENTS ACCOUNTS}. Prints an admin's session and token, the first environment's id
 * and the store's address, then {@code ready}; a PostgreSQL server of its own lives until the
 * standard input ends.
 */
public final class SeededCredentials {
  private SeededCredentials() {}

  public static void main(String[] words) throws Exception {
    Home home = new Home(Path.of(words[0]));
    boolean postgres = words[1].equals("POSTGRESQL");
    String url = postgres ? TestingPostgres.server().freshDatabase() : "";
    List<String> more = postgres ? List.of("--innkeeper.store.url=" + url) : List.of();
    SeededHouse.access(
        home, more, rooms -> fill(rooms, Integer.parseInt(words[2]), Integer.parseInt(words[3])));
    System.out.println("store " + url);
    System.out.println("ready");
    while (System.in.read() >= 0) {} // the store lives as long as whoever asked for it
  }

  private static void fill(Rooms rooms, int environments, int accounts) {
    SeededAccounts seeds =
        new SeededAccounts(
            rooms.foundation().database(),
            rooms.foundation().box(),
            rooms.vault().infrastructure().environments(),
            rooms.foundation().clock());
    for (int number = 0; number < environments; number++) {
      Environment one = seeds.fill(number, accounts);
      if (number == 0) System.out.println("environment " + one.id());
    }
  }
}
