package dev.baton.web.page;

/** A moment for machines and for people. */
record When(String iso, String text) {}
