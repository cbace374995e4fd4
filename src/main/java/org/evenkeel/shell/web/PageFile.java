package org.evenkeel.shell.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One file of the page, from the jar and held in memory; thread-safe. */
enum PageFile {
  PAGE("/", "page.html", "text/html; charset=utf-8"),
  STYLE("/page.css", "page.css", "text/css; charset=utf-8"),
  SCRIPT("/page.js", "page.js", "text/javascript; charset=utf-8"),
  CHARTS("/charts.js", "charts.js", "text/javascript; charset=utf-8"),
  ICON("/icon.svg", "icon.svg", "image/svg+xml");

  private final String path;
  private final String contentType;
  private final String text;

  PageFile(String path, String file, String contentType) {
    this.path = path;
    this.contentType = contentType;
    this.text = read("/web/" + file);
  }

  String path() {
    return path;
  }

  void serve(Context ctx) {
    ctx.contentType(contentType).result(text);
  }

  private static String read(String resource) {
    try (InputStream in = PageFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
    }
  }
}
