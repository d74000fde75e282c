package dev.baton.transfer;

/** What a transfer is called and between which sites it is. */
public record TransferHead(String name, String sendingSite, String receivingSite) {}
