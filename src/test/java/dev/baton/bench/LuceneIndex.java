package dev.baton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** The same texts in Lucene: all words must occur, the title counts more, the best twenty. */
final class LuceneIndex implements AutoCloseable {

    private static final float OF_TITLE = 2.5f;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneIndex(Path folder, Corpus corpus, int items) throws IOException {
        directory = FSDirectory.open(folder);
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (int i = 0; i < items; i++) {
                var text = corpus.text(i);
                var document = new Document();
                document.add(new StoredField("id", text.id().toString()));
                document.add(new TextField("title", text.title(), Field.Store.YES));
                document.add(new TextField("body", text.body(), Field.Store.YES));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /** Looks, and reads what it found. */
    void find(String question) {
        try {
            var all = new BooleanQuery.Builder();
            for (var word : question.split(" ")) {
                all.add(
                        new BooleanQuery.Builder()
                                .add(new BoostQuery(new TermQuery(new Term("title", word)), OF_TITLE), Occur.SHOULD)
                                .add(new TermQuery(new Term("body", word)), Occur.SHOULD)
                                .build(),
                        Occur.MUST);
            }
            for (var hit : searcher.search(all.build(), 20).scoreDocs) {
                if (searcher.storedFields().document(hit.doc).get("id") == null) {
                    throw new AssertionError("a hit without its item");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
